# Sets JAVA_HOME to a JDK 25 and exports it, whatever the machine's default java is. Sourced by herald, dev and mvnw.

jdk_wanted=25

is_wanted_jdk() {
    [ -x "$1/bin/javac" ] && [ -f "$1/release" ] && grep -q "^JAVA_VERSION=\"$jdk_wanted[\".+-]" "$1/release"
}

jdk_candidates() {
    printf '%s\n' "${JAVA_HOME:-}" \
        /usr/lib/jvm/* /opt/java/* /opt/jdk* \
        "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/* \
        "${HOME:-}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home
}

use_jdk() {
    if [ -n "${HERALD_JAVA_HOME:-}" ]; then
        if ! is_wanted_jdk "$HERALD_JAVA_HOME"; then
            echo "HERALD_JAVA_HOME ($HERALD_JAVA_HOME) is not a JDK $jdk_wanted." >&2
            exit 1
        fi
        JAVA_HOME=$HERALD_JAVA_HOME
        export JAVA_HOME
        return
    fi
    jdk_found=$(jdk_candidates | while IFS= read -r candidate; do
        if is_wanted_jdk "$candidate"; then
            printf '%s\n' "$candidate"
            break
        fi
    done)
    if [ -z "$jdk_found" ]; then
        echo "Herald needs a JDK $jdk_wanted (not only a JRE) and found none: install one, or name it with HERALD_JAVA_HOME." >&2
        exit 1
    fi
    JAVA_HOME=$jdk_found
    export JAVA_HOME
}
