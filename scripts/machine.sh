# What Lectern needs of a machine, and how it gets it. Sourced by ./start, ./test and ./bench; prints to stderr alone,
# because ./start --server promises its first line of stdout to others.
#
# A need is "what:packages": a shared library (lib….so.N), a program, or a file with /, and the Debian and Ubuntu
# packages that bring it, the first of them that exists here.

NEEDS_MAVEN="mvn:maven"
# webrtc-java links these; a stock machine lacks libpulse0 above all.
NEEDS_MEDIA="libpulse.so.0:libpulse0 libudev.so.1:libudev1 libX11.so.6:libx11-6 libxcb.so.1:libxcb1
  libXfixes.so.3:libxfixes3 libXrandr.so.2:libxrandr2 libXcomposite.so.1:libxcomposite1 libdbus-1.so.3:libdbus-1-3"
NEEDS_WINDOW="libgtk-3.so.0:libgtk-3-0t64|libgtk-3-0 libXtst.so.6:libxtst6 libGL.so.1:libgl1
  libpangoft2-1.0.so.0:libpangoft2-1.0-0
  /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf:fonts-dejavu-core
  /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc:fonts-noto-cjk"
# Clips are played by JavaFX: through ALSA, and what is compressed by ffmpeg's libraries, whose numbers differ from system to system.
NEEDS_WINDOW="$NEEDS_WINDOW libasound.so.2:libasound2t64|libasound2 ffmpeg:ffmpeg
  /usr/share/alsa/alsa.conf.d/50-pulseaudio.conf:libasound2-plugins"
NEEDS_VIRTUAL_DISPLAY="Xvfb:xvfb"
NEEDS_TESTS="chromium:chromium|chromium-browser pulseaudio:pulseaudio pactl:pulseaudio-utils openssl:openssl
  ffmpeg:ffmpeg pdftoppm:poppler-utils loimpress:libreoffice-impress lowriter:libreoffice-writer
  localc:libreoffice-calc xmessage:x11-utils gcc:gcc /usr/include/stdio.h:libc6-dev"
NEEDS_BENCH="gcc:gcc /usr/include/stdio.h:libc6-dev /usr/include/openssl/evp.h:libssl-dev"

say() { printf '%s\n' "$*" >&2; }

die() { say "$*"; exit 1; }

has() {
  case "$1" in
    lib*) ldconfig -p 2>/dev/null | grep -qF "$1 " || PATH="$PATH:/sbin:/usr/sbin" ldconfig -p | grep -qF "$1 " ;;
    /*) [ -e "$1" ] ;;
    *) command -v "$1" >/dev/null 2>&1 ;;
  esac
}

# need NEEDS…: installs what is missing where apt-get is, else names it and ends with 1.
need() {
  [ "$(uname -s)" = Linux ] || { need_elsewhere "$@"; return; }
  local missing=() entry
  for entry in $*; do has "${entry%%:*}" || missing+=("$entry"); done
  [ ${#missing[@]} -eq 0 ] && return
  command -v apt-get >/dev/null 2>&1 || {
    say "Lectern needs some things that this machine lacks. Please install them and start again:"
    for entry in "${missing[@]}"; do say "  ${entry%%:*}   (Debian calls the package ${entry#*:})"; done
    exit 1
  }
  local sudo=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || die "These packages are missing, and neither root nor sudo is here to install them: ${missing[*]#*:}"
    sudo=(sudo)
  fi
  say "Installing what is missing, with ${sudo[*]:+sudo }apt-get: ${missing[*]#*:}"
  "${sudo[@]}" apt-get update -qq >&2 || say "apt-get update failed; trying with the lists that are here."
  local packages=() name
  for entry in "${missing[@]}"; do
    for name in $(tr '|' ' ' <<<"${entry#*:}"); do
      if apt-cache show "$name" >/dev/null 2>&1; then packages+=("$name"); break; fi
    done
  done
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >&2 \
    || die "apt-get could not install: ${packages[*]}"
  for entry in "${missing[@]}"; do
    has "${entry%%:*}" || die "Still missing after the installation: ${entry%%:*} (package ${entry#*:})"
  done
}

# macOS and Windows bring window system, sound and fonts along; only programs can be missing there.
need_elsewhere() {
  local entry missing=()
  for entry in $*; do
    case "${entry%%:*}" in mvn|chromium) has "${entry%%:*}" || missing+=("${entry%%:*}") ;; esac
  done
  [ ${#missing[@]} -eq 0 ] || die "Please install these and start again: ${missing[*]}"
}

# Sets JAVA to a JDK 25's java and exports JAVA_HOME's folder for child programs.
find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /usr/lib/jvm/* /opt/java/* \
      "$( [ -x /usr/libexec/java_home ] && /usr/libexec/java_home -v 25 2>/dev/null )" \
      "$(dirname "$(dirname "$(readlink -f "$(command -v java || echo /none/bin/java)")")")"; do
    if [ -x "$candidate/bin/javac" ] && "$candidate/bin/java" -version 2>&1 | grep -q 'version "25'; then
      JDK="$candidate"; JAVA="$candidate/bin/java"; return
    fi
  done
  die "Lectern needs a JDK 25 and finds none (looked at JAVA_HOME, PATH and /usr/lib/jvm). Eclipse Temurin 25 is one: https://adoptium.net"
}

# Builds when a source is newer than the last build. Leaves the class path of module $1 in build/$1.classpath.
build() {
  local module=$1 stamp=build/$1.classpath
  if [ -f "$stamp" ] && [ -z "$(find pom.xml ./*/pom.xml ./*/src/main -newer "$stamp" -print -quit)" ]; then return; fi
  need $NEEDS_MAVEN
  say "Building Lectern (the first time takes some minutes; it fetches its libraries)…"
  mkdir -p build
  # build-classpath runs for every module of the reactor, $module last: its class path is the one that stays.
  mvn -q -B -ntp -Dmaven.test.skip=true -pl "$module" -am package dependency:build-classpath \
      -Dmdep.outputFile="$PWD/build/deps" -Dmdep.includeScope=runtime >&2 \
    || die "The build failed; the lines above say where."
  printf '%s:%s' "$PWD/$module/target/classes" "$(cat build/deps)" > "$stamp"
}
