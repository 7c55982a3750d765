"""`sottovoce uninstall-host`: take the registration back."""

from __future__ import annotations

import argparse

from companion import install
from companion.commands import install_host
from companion.exits import Exit

add_arguments = install_host.add_arguments


def run(arguments: argparse.Namespace) -> Exit:
    """Remove manifests and launcher; the policy and the audit stay."""
    return install_host.carry_out(install.uninstall, arguments)
