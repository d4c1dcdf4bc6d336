package dev.herald.console;

import java.util.List;

/** The description of the API as a page shows it, made from the document that the server itself gives out. */
public record ApiReference(String version, String description, List<Group> groups, List<Shape> types) {

    /** Operations on one kind of thing. */
    public record Group(String id, String title, List<Operation> operations) {

        public Group {
            operations = List.copyOf(operations);
        }
    }

    /**
     * One thing that can be asked.
     *
     * @param scope of the key that it needs; "" for none
     * @param sample a request that can be pasted into a shell
     */
    public record Operation(
            String id,
            String method,
            String path,
            String summary,
            String description,
            String scope,
            List<Field> parameters,
            Body body,
            List<Reply> replies,
            String sample) {

        public Operation {
            parameters = List.copyOf(parameters);
            replies = List.copyOf(replies);
        }
    }

    /**
     * A member, parameter or header.
     *
     * @param name with the names of what it is in, joined by dots
     */
    public record Field(String name, TypeName type, boolean required, String description) {}

    /**
     * A type in words.
     *
     * @param link the id of its own section; "" for a plain type
     */
    public record TypeName(String text, String link) {}

    /**
     * What is sent along.
     *
     * @param type "" for nothing
     */
    public record Body(TypeName type, List<Field> fields) {

        public static final Body NONE = new Body(new TypeName("", ""), List.of());

        public Body {
            fields = List.copyOf(fields);
        }

        public boolean isPresent() {
            return !type.text().isEmpty();
        }
    }

    /** What may be answered. */
    public record Reply(String status, String description, TypeName type, List<Field> fields) {

        public Reply {
            fields = List.copyOf(fields);
        }
    }

    /** A type that several operations share. */
    public record Shape(String id, String name, String description, List<Field> fields, String values) {

        public Shape {
            fields = List.copyOf(fields);
        }
    }

    public ApiReference {
        groups = List.copyOf(groups);
        types = List.copyOf(types);
    }
}
