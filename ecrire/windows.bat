@echo off
rem Finds Python and hands over to start.py, which does the rest.
chcp 65001 >nul
pushd "%~dp0.."
set "PYTHONUTF8=1"
set "with="
rem The python of a new Windows only opens its shop: it is asked whether it runs.
python -c "" >nul 2>nul && set "with=python"
py -3 -c "" >nul 2>nul && set "with=py -3"
if defined with (
  %with% ecrire\start.py
) else (
  echo Il faut Python 3.11 ou plus récent. Installez-le : www.python.org/downloads, puis recommencez.
  pause
)
popd
