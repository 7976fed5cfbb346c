"""The demo world and its files, made once per process."""

from functools import cache

from kring.demo.days import Days
from kring.demo.files.all import File, all_files
from kring.demo.world import World, make_world


@cache
def world() -> World:
    return make_world(Days())


@cache
def files() -> tuple[File, ...]:
    return tuple(all_files(world()))
