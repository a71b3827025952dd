"""The packages of the wheel: a clone says `components`, an installed copy says `samestory`, and the samples travel inside it."""

from setuptools import find_packages, setup

ROOMS = find_packages("components", exclude=["training"])  # fits are made in a clone, beside the gold

setup(
    packages=["samestory", "samestory.data", *(f"samestory.{room}" for room in ROOMS)],
    package_dir={"samestory": "components", "samestory.data": "data"},
)
