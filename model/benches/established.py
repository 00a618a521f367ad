"""What pvlib and PySAM make of the same year, for the benchmark beside this file: how long they take, and what comes out.

    python3 established.py WEATHER_FILE CHAIN_FILE

Prints one line a task: name, milliseconds (median of 15), alternating current of the year in kWh/kWp. Where pvlib is installed it also writes the hours of the weather file with
the position of the sun by the algorithm of Reda and Andreas, and its year for each sky, so that the same hours can be calculated again.
"""

import importlib.util
import statistics
import sys
import time

TILT, AZIMUTH, ALBEDO = 20.0, 180.0, 0.2
RATED, COEFFICIENT, LOSSES, RATIO, INVERTER = 1000.0, -0.0047, 0.140757, 1.2, 0.96
SKIES = ["isotropic", "haydavies", "perez"]


def say(name, task, turns=15):
    """`task` returns the year's alternating current, kWh/kWp."""
    spans = []
    for _ in range(turns):
        start = time.perf_counter()
        year = task()
        spans.append(1000.0 * (time.perf_counter() - start))
    print(f"{name}\t{statistics.median(spans):.4f}\t{year:.3f}", flush=True)


def with_pvlib(weather_file, chain_file):
    import numpy
    import pandas
    import pvlib

    data, about = pvlib.iotools.read_tmy3(weather_file, coerce_year=1990, map_variables=True)
    middles = data.index - pandas.Timedelta(minutes=30)
    place = about["latitude"], about["longitude"], about["altitude"]

    def sun():
        return pvlib.solarposition.get_solarposition(middles, place[0], place[1], altitude=place[2])

    def chain(model, sun):
        extra = pvlib.irradiance.get_extra_radiation(middles)
        air_mass = pvlib.atmosphere.get_relative_airmass(sun["apparent_zenith"])
        light = pvlib.irradiance.get_total_irradiance(
            TILT, AZIMUTH, sun["apparent_zenith"].values, sun["azimuth"].values,
            data["dni"].values, data["ghi"].values, data["dhi"].values,
            dni_extra=extra.values, airmass=air_mass.values, albedo=ALBEDO, model=model,
        )["poa_global"]
        light = numpy.nan_to_num(light)  # Perez has no light where the sun is below the horizon
        cell = pvlib.temperature.sapm_cell(light, data["temp_air"].values, data["wind_speed"].values, -3.56, -0.075, 3)
        direct = pvlib.pvsystem.pvwatts_dc(light, cell, RATED, COEFFICIENT) * (1 - LOSSES)
        return pvlib.inverter.pvwatts(direct, RATED / RATIO / INVERTER, INVERTER).sum() / RATED

    positions = sun()
    say("pvlib, a year with the sun's positions", lambda: chain("haydavies", sun()))
    say("pvlib, a year with the positions known", lambda: chain("haydavies", positions))
    with open(chain_file, "w", encoding="utf-8") as out:
        for model in SKIES:
            out.write(f"{model}\t{float(chain(model, positions))!r}\n")
        columns = zip(data["ghi"], data["dni"], data["dhi"], data["temp_air"], data["wind_speed"],
                      positions["apparent_zenith"], positions["azimuth"], middles.day_of_year)
        for row in columns:
            out.write("\t".join(repr(float(value)) for value in row) + "\n")


def with_pysam(weather_file):
    import PySAM.Pvwattsv8

    system = PySAM.Pvwattsv8.new()
    system.assign({
        "SolarResource": {"solar_resource_file": weather_file, "use_wf_albedo": 0},
        "SystemDesign": {"system_capacity": 1.0, "module_type": 0, "array_type": 1, "tilt": TILT, "azimuth": AZIMUTH, "gcr": 0.4,
                         "dc_ac_ratio": RATIO, "inv_eff": 100 * INVERTER, "losses": 100 * LOSSES},
        "Lifetime": {"system_use_lifetime_output": 0},
    })
    system.AdjustmentFactors.assign({"adjust_constant": 0.0})

    def year():
        system.execute()
        return system.Outputs.ac_annual / system.SystemDesign.system_capacity

    say("PySAM PVWatts v8, a year", year)


def main():
    weather_file, chain_file = sys.argv[1:]
    if importlib.util.find_spec("pvlib"):
        with_pvlib(weather_file, chain_file)
    if importlib.util.find_spec("PySAM"):
        with_pysam(weather_file)


main()
