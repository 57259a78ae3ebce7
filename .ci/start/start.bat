@echo off
chcp 936 >nul 2>nul
rem 在程序所在的文件夹里打开;Windows 太旧、是 32 位的,说明原因,不让窗口一闪就没。
setlocal
pushd "%~dp0"
if errorlevel 1 goto nofolder
ver | findstr /r /c:" [56]\.[0-9]" >nul
if not errorlevel 1 goto old
if defined PROCESSOR_ARCHITEW6432 set PROCESSOR_ARCHITECTURE=%PROCESSOR_ARCHITEW6432%
if /i "%PROCESSOR_ARCHITECTURE%"=="x86" goto narrow
set program=tianbao-windows-amd64.exe
if /i "%PROCESSOR_ARCHITECTURE%"=="ARM64" set program=tianbao-windows-arm64.exe
if exist tianbao.exe set program=tianbao.exe
if not exist "%program%" goto missing
"%program%" --version >nul 2>nul
if errorlevel 1 goto blocked
"%program%" desk %*
if errorlevel 1 pause
goto :eof

:old
echo 这台电脑的 Windows 版本太旧(Windows 7 或 8),本程序不能运行。
echo 请换一台 Windows 10、Windows 11 或麒麟 V11、统信 25 的电脑;各单位填表不受影响,用 WPS 或 Excel 即可。
pause
goto :eof

:narrow
echo 这台电脑装的是 32 位 Windows,本程序只能在 64 位上运行。
echo 请换一台电脑;各单位填表不受影响,用 WPS 或 Excel 即可。
pause
goto :eof

:missing
echo 没有找到 %program%。请把它和本文件放在同一个文件夹里。
pause
goto :eof

:blocked
echo %program% 没有运行起来,多半是被安全软件或系统策略拦住,或者文件没有拷贝完整。
echo 请信息中心按“信息中心说明.txt”里的哈希值核对后放行。
pause
goto :eof

:nofolder
echo 打不开程序所在的文件夹。请把整个文件夹复制到本机的磁盘上再运行。
pause
