"""Say an alert in Telegram: render, pace, send; every Bot API call passes the pacer."""
