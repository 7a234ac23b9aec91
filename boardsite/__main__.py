"""`python -m boardsite`: what build.py calls."""

import sys

from boardsite.cli import main

sys.exit(main())
