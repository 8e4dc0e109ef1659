"""The web server: health, metrics, and Telegram's webhook."""
