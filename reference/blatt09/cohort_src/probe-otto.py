# %% otto-ausgabe after="probe-code"
for schritt in range(200_000):
    print(schritt, "=" * 1000)
