package dev.herald.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.app.TestHerald;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinksTest {

    private final TestHerald herald = new TestHerald();

    @AfterEach
    void stop() {
        herald.close();
    }

    @Test
    void a_campaign_has_a_link_for_each_channel_which_stays_the_same() {
        var path = "/v1/campaigns/" + herald.runningCampaign(Map.of()) + "/links";

        var links = herald.get(path);

        assertThat(links.status()).isEqualTo(200);
        assertThat(links.json()
                        .get("data")
                        .valueStream()
                        .map(one -> one.get("channel").asText()))
                .containsExactly("page", "instagram", "tiktok", "youtube", "x", "newsletter", "poster");
        assertThat(links.json()
                        .get("data")
                        .valueStream()
                        .map(one -> one.get("path").asText()))
                .allMatch(link -> link.matches("/r/[0-9a-z]{8}"))
                .doesNotHaveDuplicates();
        assertThat(herald.get(path).body()).isEqualTo(links.body());
    }

    @Test
    void two_who_ask_at_once_get_the_same_links() throws ExecutionException, InterruptedException {
        var path = "/v1/campaigns/" + herald.runningCampaign(Map.of()) + "/links";
        var answers = new HashSet<String>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> ask = () -> herald.get(path).body();
            for (var answer :
                    callers.invokeAll(Stream.generate(() -> ask).limit(8).toList())) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).hasSize(1);
    }

    @Test
    void the_links_of_a_campaign_that_is_not_there_are_not_there() {
        assertThat(herald.get("/v1/campaigns/cmp_0000000000000/links").status()).isEqualTo(404);
    }
}
