package dev.herald.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All posts of a campaign by time. */
final class PostTimes {

    private record Post(int by, double at) {}

    private final List<Post> posts;

    private PostTimes(List<Post> posts) {
        this.posts = posts;
    }

    static PostTimes of(Observed observed) {
        var posts = new ArrayList<Post>();
        for (var i = 0; i < observed.posters().size(); i++) {
            for (var at : observed.posters().get(i).posts()) {
                posts.add(new Post(i, at));
            }
        }
        posts.sort(Comparator.comparingDouble(Post::at));
        return new PostTimes(posts);
    }

    /** The last one until a moment; -1 if there was none. */
    int lastUntil(double at) {
        var low = -1;
        var high = posts.size();
        while (high - low > 1) {
            var middle = (low + high) >>> 1;
            if (posts.get(middle).at() <= at) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    double at(int post) {
        return posts.get(post).at();
    }

    int by(int post) {
        return posts.get(post).by();
    }
}
