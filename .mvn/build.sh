# Packages modules without their tests. Sourced by herald and dev, after jdk.sh.

# True if a module, or what all modules share, was changed after the stamp: outdated STAMP MODULE…
outdated() {
    [ -f "$1" ] || return 0
    stamp=$1
    shift
    for module in "$@"; do
        set -- "$@" "$module/pom.xml" "$module/src/main"
        shift
    done
    [ -n "$(find pom.xml "$@" -newer "$stamp" -print | head -n 1)" ]
}

# package STAMP MODULE…: without tests and checks, to be run. The classes are thrown away so that nobody takes them for
# checked ones. The stamp gets the time of the beginning, because what is saved during the build is newer.
package() {
    stamp=$1
    shift
    mkdir -p "$(dirname "$stamp")"
    touch "$stamp.new"
    ./mvnw --batch-mode --quiet --projects "$(echo "$@" | tr ' ' ',')" -Dmaven.test.skip=true \
        -Dspotless.check.skip=true -Dcompiler.checks=-Xlint:all package >&2
    for module in "$@"; do
        rm -rf "$module/target/classes" "$module/target/maven-status"
    done
    mv "$stamp.new" "$stamp"
}
