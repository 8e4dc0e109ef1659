"""Ask Telegram who the bot is: whether it answers, in words for an admin."""

from telegram.error import InvalidToken, TelegramError

from bot.deliver.bot import build_bot

WITHIN = 5.0  # seconds; who asks waits for it at a terminal


async def ask_telegram(token: str, api_url: str) -> str:
    """Return whether Telegram answers."""
    bot = build_bot(token=token, api_url=api_url, read_timeout=WITHIN)
    try:
        await bot.initialize()
    except InvalidToken:
        return "it refuses the token"
    except TelegramError as exc:
        return f"out of reach: {exc.message}"
    finally:
        await bot.shutdown()
    return f"answers, the bot is @{bot.username}"
