"""Tocsin: news about your region or subject, at once, on Telegram."""

__version__ = "0.1.0"
