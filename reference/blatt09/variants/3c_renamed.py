# Other names for the arguments, the accepted second name.
#
# /// bank
# cells = ["antwort-3c-stichprobe"]
# ///
def aufgabe_3c_stichprobe(fan_in, fan_out, generator):
    limit = np.sqrt(6.0 / (fan_in + fan_out))
    return generator.uniform(low=-limit, high=limit, size=[fan_out, fan_in])
