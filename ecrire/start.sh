#!/bin/sh
# Finds a Python that is new enough and hands over to start.py, which does the rest. For macOS and Linux.
cd "$(dirname "$0")/.." || exit
PATH=$PATH:/usr/local/bin:/opt/homebrew/bin
for python in python3.13 python3.12 python3.11 python3.14 python3; do
    # That of macOS itself is too old, and asking it opens a window about something else.
    [ "$(uname):$(command -v $python)" = Darwin:/usr/bin/python3 ] && continue
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        exec "$python" ecrire/start.py "$@"
    fi
done
echo "Il faut Python 3.11 ou plus récent. Installez-le : www.python.org/downloads, puis recommencez."
printf "Appuyez sur Entrée pour fermer cette fenêtre. "
read -r _
exit 1
