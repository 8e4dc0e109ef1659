"""The whole product on one machine: local publisher, local Bot API, chat page."""
