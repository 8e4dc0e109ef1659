"""What people say to the bot, and what it answers.

One file for each group of commands: a handler reads the request, calls one use case and
answers with what a function of ``*_view.py`` (pure) makes of the result. `application` lets
updates in, `answers` lets messages out; nothing else here knows Telegram.
"""
