"""What ships with the program is found in a checkout, and where the package was installed with it inside."""

import shutil
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from workbench import resources


@pytest.mark.parametrize("inside", [True, False])
def test_resources_are_found_inside_the_package_or_beside_it(inside: bool, tmp_path: Path) -> None:
    package = tmp_path / "workbench"
    home = (package if inside else tmp_path) / "resources"
    (home / "icons").mkdir(parents=True)
    package.mkdir(exist_ok=True)
    shutil.copy(resources.__file__, package / "resources.py")
    spec = spec_from_file_location("resources_elsewhere", package / "resources.py")
    assert spec is not None
    assert spec.loader is not None
    elsewhere = module_from_spec(spec)
    spec.loader.exec_module(elsewhere)
    assert elsewhere.resource("icons") == home / "icons"


@pytest.mark.parametrize("name", ["icons", "translations", "help", "playground"])
def test_what_ships_is_there(name: str) -> None:
    assert resources.resource(name).is_dir()
