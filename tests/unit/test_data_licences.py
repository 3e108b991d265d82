"""Licences as distributions really state them."""

from importlib import metadata

import pytest

from trainer.data.licences import is_copyleft, is_permissive, licence_of

SCIPY = (
    "Copyright (c) 2001-2002 Enthought, Inc. 2003, SciPy Developers.\nAll rights reserved.\n\n"
    "Redistribution and use in source and binary forms, with or without modification...\n"
    + "x" * 400
    + "\nName: libgfortran\nLicense: GPL-3.0-or-later WITH GCC-exception-3.1, GNU Affero General Public"
)


class Metadata:
    """As much of importlib's metadata as is read."""

    def __init__(self, expression=None, text=None, classifiers=()):
        fields = {"license_expression": expression, "license": text, "classifier": list(classifiers)}
        self.json = {k: v for k, v in fields.items() if v}


def classifier(name):
    return f"License :: OSI Approved :: {name}"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (Metadata(expression="Apache-2.0 OR BSD-2-Clause", text="GPL"), "Apache-2.0 OR BSD-2-Clause"),
        (Metadata(text="MIT", classifiers=[classifier("MIT License")]), "MIT"),
        (Metadata(text="MIT License", classifiers=[]), "MIT"),
        (Metadata(text="MPL-2.0 AND MIT"), "MPL-2.0 AND MIT"),
        (Metadata(text="BSD 2-Clause License", classifiers=[classifier("BSD License")]), "BSD-2-Clause"),
        (Metadata(text="3-clause BSD"), "BSD-3-Clause"),
        (Metadata(text="Apache 2.0"), "Apache-2.0"),
        (Metadata(text=SCIPY, classifiers=[classifier("BSD License")]), "BSD"),
        (Metadata(text=SCIPY), "BSD"),
        (
            Metadata(text="MIT", classifiers=[classifier("GNU General Public License v3 (GPLv3)")]),
            "MIT AND GPL-3",
        ),
        (Metadata(text="GPLv3", classifiers=[classifier("MIT License")]), "GPL-3.0 AND MIT"),
        (
            Metadata(classifiers=[classifier("GNU Lesser General Public License v2 or later (LGPLv2+)")]),
            "LGPL-2",
        ),
        (Metadata(classifiers=[classifier("Mozilla Public License 2.0 (MPL 2.0)")]), "MPL-2.0"),
        (Metadata(text="see LICENSE file"), None),
        (Metadata(classifiers=["License :: Other/Proprietary License"]), None),
        (Metadata(), None),
    ],
)
def test_reads_the_licence_as_it_is_stated(fields, expected):
    assert licence_of(fields) == expected


def test_reads_real_metadata():
    assert licence_of(metadata.distribution("click").metadata) == "BSD-3-Clause"
    assert licence_of(metadata.distribution("optuna").metadata) == "MIT"


@pytest.mark.parametrize(
    ("expression", "permissive", "copyleft"),
    [
        ("MIT", True, False),
        ("Apache-2.0 WITH LLVM-exception", True, False),
        ("BSD-3-Clause AND (MIT OR GPL-2.0-only)", True, False),
        ("MIT AND LGPL-2.1-or-later", False, True),
        ("GPL-3.0-or-later OR MPL-2.0", False, True),
        ("AGPL-3.0+", False, True),
        ("LicenseRef-NVIDIA-Proprietary", False, False),
        ("MIT AND LicenseRef-Secret", False, False),
        ("(MIT", False, False),
        ("MIT)", False, False),
        ("", False, False),
    ],
)
def test_evaluates_expressions(expression, permissive, copyleft):
    assert is_permissive(expression) is permissive
    assert is_copyleft(expression) is copyleft
