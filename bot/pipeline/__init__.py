"""The use cases: each takes the store and the time, and owns its transactions.

Only this package knows the order of the stages. What a use case finds out is returned as a
value; texts and Telegram are the business of the callers.
"""
