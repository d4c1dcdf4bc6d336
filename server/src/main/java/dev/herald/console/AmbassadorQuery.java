package dev.herald.console;

import dev.herald.ambassador.AmbassadorFilter;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.platform.Ids;
import dev.herald.web.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody looks for among the ambassadors, as it stands in the address of the list. */
record AmbassadorQuery(Form form) {

    static final List<String> FIELDS = List.of("q", "tag", "channel", "campaign", "page", "order");

    static final String NEVER_OPENED = "unopened";
    static final String REMOVED = "removed";

    AmbassadorFilter.Order order() {
        return form.value("order").equals("name") ? AmbassadorFilter.Order.NAME : AmbassadorFilter.Order.NEWEST;
    }

    /** The campaign whose members are wanted. */
    Optional<CampaignId> campaign() {
        var id = Ids.parse(CampaignId.PREFIX, form.value("campaign"));
        return id.isPresent() ? Optional.of(new CampaignId(id.getAsLong())) : Optional.empty();
    }

    /** @param members who is in a campaign */
    AmbassadorFilter filter(Function<CampaignId, List<AmbassadorId>> members) {
        var among = campaign().map(members);
        return new AmbassadorFilter(
                form.value("q"),
                form.value("tag"),
                form.value("channel"),
                form.value("page").equals(NEVER_OPENED),
                form.value("page").equals(REMOVED),
                among.isPresent() ? among.get() : null);
    }

    boolean isFiltered() {
        return FIELDS.stream().anyMatch(field -> !field.equals("order") && form.has(field));
    }

    /** An address with the same choices, and further parameters such as {@code after=…}. */
    String address(String path, String... further) {
        var query = Stream.concat(
                        FIELDS.stream().filter(form::has).map(field -> field + "=" + encoded(form.value(field))),
                        Stream.of(further))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
