"""Sites of hostile text, and the judges of what becomes of them; see `hostile.py`."""
