package dev.herald.attribution;

import dev.herald.access.BrandId;
import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.platform.Answer;
import dev.herald.platform.Ids;
import dev.herald.platform.Input;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** Posts of a campaign's ambassadors over HTTP. */
public final class PostRoutes implements HttpService {

    record Named(AmbassadorId id, String name) {

        static Named of(Ambassador one) {
            return new Named(one.id(), one.name());
        }
    }

    record View(Post.Id id, Named ambassador, Instant postedAt, Post.Source source) {}

    private final Gate gate;
    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final Posts posts;
    private final PostImport imports;

    public PostRoutes(Gate gate, Campaigns campaigns, Ambassadors ambassadors, Posts posts) {
        this.gate = gate;
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.posts = posts;
        this.imports = new PostImport(posts, ambassadors);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/v1/campaigns/{id}/posts", gate.reads(Scope.ADMIN, this::list))
                .post("/v1/campaigns/{id}/posts", gate.changes(Scope.ADMIN, this::add))
                .post("/v1/campaigns/{id}/posts/import", gate.uploads(Scope.ADMIN, this::take))
                .delete("/v1/campaigns/{id}/posts/{post}", gate.changes(Scope.ADMIN, this::delete));
    }

    private Answer list(Caller caller, ServerRequest request) {
        var campaign = campaign(caller.brandId(), request);
        var page = Requests.page(request, Post.Id.PREFIX);
        var fetched = posts.list(campaign, page);
        var names = ambassadors.find(
                campaign.brand(),
                fetched.stream().map(Post::ambassador).distinct().toList());
        return Answer.ok(page.listing(
                fetched,
                post -> view(post, Objects.requireNonNull(names.get(post.ambassador()))),
                post -> post.id().toString()));
    }

    private Answer add(Gate.Call call) {
        var campaign = campaign(call.brand(), call.request());
        var in = Input.of(call.body());
        in.only("ambassador_id", "posted_at");
        var id = in.text("ambassador_id", 40);
        var postedAt = in.time("posted_at");
        in.check();
        var ambassador = ambassadors.get(call.brand(), ambassador(id));
        return switch (posts.tell(campaign, ambassador.id(), postedAt, Post.Source.ENTERED)) {
            case Posts.Told.Kept(var post) -> Answer.created(view(post, ambassador));
            case Posts.Told.Refused(var field, var why) -> {
                in.refuse(field, why);
                in.check();
                throw new IllegalStateException("Refused without a fault");
            }
        };
    }

    /** The id of an ambassador in a body, or 404. */
    static AmbassadorId ambassador(String text) {
        return new AmbassadorId(
                Ids.parse(AmbassadorId.PREFIX, text).orElseThrow(() -> RequestRefused.notFound("ambassador")));
    }

    private Answer take(Gate.Call call) {
        return Answer.ok(imports.run(campaign(call.brand(), call.request()), call.body()));
    }

    private Answer delete(Gate.Call call) {
        var campaign = campaign(call.brand(), call.request());
        var id = new Post.Id(Requests.id(call.request(), "post", Post.Id.PREFIX, "post"));
        if (!posts.delete(campaign, id)) {
            throw RequestRefused.notFound("post");
        }
        return Answer.ok(Map.of("deleted", true));
    }

    private Campaign campaign(BrandId brand, ServerRequest request) {
        var campaign = campaigns.get(brand, CampaignRoutes.id(request));
        Posts.requireSharedCode(campaign);
        return campaign;
    }

    private static View view(Post post, Ambassador ambassador) {
        return new View(post.id(), Named.of(ambassador), post.postedAt(), post.source());
    }
}
