package dev.herald.app;

/** Starts Herald. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.out.println("Herald");
    }
}
