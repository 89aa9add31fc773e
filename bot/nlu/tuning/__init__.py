"""Tunes the encoder's last three layers to tell signs of an emergency from calm messages, with JAX.

``python -m bot.nlu.tuning`` reads ``data/safety`` and the training examples, and writes ``bot/nlu/adapter.npz``. It is
run by hand when many examples have been added, takes a quarter of an hour on two cores, and needs what the tests need.
"""
