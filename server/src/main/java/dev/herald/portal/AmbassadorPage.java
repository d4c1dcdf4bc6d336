package dev.herald.portal;

import dev.herald.web.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an ambassador sees: the ticket of one campaign, and what else there is as lines.
 *
 * @param address where the page is
 * @param ticket absent where there is no code just now
 * @param others further codes that can be used, or will be
 * @param past campaigns that are over
 * @param pictures of the brand, to post
 * @param month this one, for the address of its statement
 */
public record AmbassadorPage(
        Around around,
        String name,
        String brand,
        String address,
        @Nullable Ticket ticket,
        List<Line> others,
        List<Line> past,
        List<Picture> pictures,
        String month) {

    public AmbassadorPage {
        others = List.copyOf(others);
        past = List.copyOf(past);
        pictures = List.copyOf(pictures);
    }

    /** A picture to save; not shown at once, because it may be as large as all the rest of the page ten times over. */
    public record Picture(String address, String name, String size) {}

    /** Where the icon is that a telephone shows for the page. */
    public String icon() {
        return AppRoutes.iconPath(around.colour(), 192);
    }

    /**
     * A code with everything that helps to spread it.
     *
     * @param live whether it can be used now; {@code state} says so in words
     * @param link absent until the campaign is launched
     * @param note what has to be known to read the figures; "" for nothing
     * @param rank absent where no place can be told at all: a shared code has no owner
     * @param earnings absent where nothing is promised and nothing was earned
     * @param latest absent where nobody is credited
     * @param choice how to choose another code; absent where all share one
     * @param posted when the ambassador posted; absent where he has a code of his own
     */
    public record Ticket(
            String enrollment,
            String campaign,
            boolean live,
            String state,
            String offer,
            String code,
            @Nullable Link link,
            List<Figure> figures,
            String note,
            Days days,
            List<Captions> captions,
            @Nullable Rank rank,
            @Nullable List<Order> latest,
            @Nullable Earnings earnings,
            @Nullable Choice choice,
            @Nullable Posted posted) {

        public Ticket {
            figures = List.copyOf(figures);
            captions = List.copyOf(captions);
        }

        /** How large the code can be on one line of a phone. */
        public String size() {
            return CodeSize.of(code);
        }
    }

    /**
     * The short link.
     *
     * @param address the whole of it
     * @param shown without what everybody's browser adds
     * @param page where the QR code is to be had as files
     * @param qr drawn
     * @param help what it opens
     * @param text to share with it
     */
    public record Link(String address, String shown, String page, String qr, String help, String text) {}

    /** A number and what it counts; the first one changes while the page is open. */
    public record Figure(String value, String label) {}

    /**
     * Uses by day, drawn by the server.
     *
     * @param bars one for each day, the oldest first
     * @param said the same in a sentence
     */
    public record Days(List<Bar> bars, String said, String from, String most) {

        public Days {
            bars = List.copyOf(bars);
        }

        /** In a drawing of 300 by 56. */
        public record Bar(int x, int y, int height) {}
    }

    /** What can be posted on one platform. */
    public record Captions(String platform, String label, List<Text> texts) {

        public Captions {
            texts = List.copyOf(texts);
        }

        /** @param length how much of the platform's limit it takes, in words */
        public record Text(String whole, List<Part> parts, String length) {

            public Text {
                parts = List.copyOf(parts);
            }
        }

        /** @param kind plain, code or tag */
        public record Part(String text, String kind) {}
    }

    /** @param lines what may be said of an ambassador's place, with how sure it is */
    public record Rank(List<String> lines) {

        public Rank {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A redemption, without anything that tells who bought.
     *
     * @param why it is the ambassador's, and what it earned, in sentences
     */
    public record Order(String text, String ago, boolean first, boolean undone, List<String> why) {

        public Order {
            why = List.copyOf(why);
        }
    }

    /**
     * A form to choose one's own code with, and what became of the last try.
     *
     * @param address where the form goes
     * @param typed what was wished last, kept
     * @param refusal why it could not be had; "" before the first try
     * @param alternatives what could be had instead
     */
    public record Choice(String address, String enrollment, String typed, String refusal, List<String> alternatives) {

        public Choice {
            alternatives = List.copyOf(alternatives);
        }

        static Choice open(String address, String enrollment) {
            return new Choice(address, enrollment, "", "", List.of());
        }

        Choice refused(String wish, String why, List<String> others) {
            return new Choice(address, enrollment, wish, why, others);
        }
    }

    /**
     * Posts that the ambassador told of, and forms to tell of more.
     *
     * @param zone in which times are told
     * @param typed the time told last, kept
     * @param fault what is wrong with it; "" if nothing is
     */
    public record Posted(String address, String enrollment, String zone, String typed, String fault, List<Told> told) {

        public Posted {
            told = List.copyOf(told);
        }

        /** One of them. */
        public record Told(String id, Moment at) {}

        Posted refused(String time, String why) {
            return new Posted(address, enrollment, zone, time, why, told);
        }
    }

    /** Another campaign. */
    public record Line(String address, String campaign, String code, String said) {}
}
