package dev.herald.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarTest {

    @TempDir
    Path target;

    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();

    @Test
    void files_folders_and_links_come_out_as_they_were() throws IOException {
        entry("bin/", '5', 0755, "", "");
        entry("bin/tool", '0', 0755, "", "x".repeat(513));
        entry("share/deep/text", '0', 0644, "", "ä");
        entry("bin/alias", '2', 0777, "tool", "");
        unpack();
        assertThat(target.resolve("bin/tool")).hasSize(513).isExecutable();
        assertThat(target.resolve("share/deep/text")).hasContent("ä");
        assertThat(Files.getPosixFilePermissions(target.resolve("share/deep/text")))
                .contains(PosixFilePermission.OTHERS_READ)
                .doesNotContain(PosixFilePermission.OWNER_EXECUTE);
        assertThat(Files.readSymbolicLink(target.resolve("bin/alias"))).isEqualTo(Path.of("tool"));
    }

    @Test
    void a_name_longer_than_its_field_comes_in_an_entry_of_its_own() throws IOException {
        var name = "long/" + "n".repeat(150);
        entry("././@LongLink", 'L', 0, "", name + "\0");
        entry(name.substring(0, 100), '0', 0644, "", "content");
        entry("next", '0', 0644, "", "short again");
        unpack();
        assertThat(target.resolve(name)).hasContent("content");
        assertThat(target.resolve("next")).hasContent("short again");
    }

    @Test
    void nothing_is_written_outside_the_folder() throws IOException {
        entry("../outside", '0', 0644, "", "content");
        assertThatThrownBy(this::unpack).isInstanceOf(IOException.class).hasMessageContaining("outside");
        assertThat(target.resolve("../outside")).doesNotExist();
    }

    @Test
    void an_archive_that_was_cut_is_refused() throws IOException {
        entry("file", '0', 0644, "", "x".repeat(2000));
        var cut = Arrays.copyOf(archive.toByteArray(), 1500);
        assertThatThrownBy(() -> Tar.unpack(new ByteArrayInputStream(cut), target))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void what_it_does_not_know_is_refused() throws IOException {
        entry("device", '3', 0644, "", "");
        assertThatThrownBy(this::unpack).isInstanceOf(IOException.class).hasMessageContaining("unknown type '3'");
    }

    private void unpack() throws IOException {
        archive.write(new byte[1024]);
        Tar.unpack(new ByteArrayInputStream(archive.toByteArray()), target);
    }

    private void entry(String name, char type, int mode, String link, String text) throws IOException {
        var content = text.getBytes(UTF_8);
        var header = new byte[512];
        put(header, 0, name);
        put(header, 100, String.format("%07o", mode));
        put(header, 124, String.format("%011o", content.length));
        header[156] = (byte) type;
        put(header, 157, link);
        archive.write(header);
        archive.write(content);
        archive.write(new byte[-content.length & 511]);
    }

    private static void put(byte[] header, int at, String text) {
        var bytes = text.getBytes(UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
