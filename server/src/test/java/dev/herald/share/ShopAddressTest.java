package dev.herald.share;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShopAddressTest {

    @Test
    void a_code_is_put_into_the_query() {
        assertThat(with("https://shop.example/", "MAYA20")).isEqualTo("https://shop.example/?code=MAYA20");
        assertThat(with("https://shop.example/run/", "MAYA20")).isEqualTo("https://shop.example/run/?code=MAYA20");
        assertThat(with("https://shop.example/run", "MAYA20")).isEqualTo("https://shop.example/run?code=MAYA20");
    }

    @Test
    void an_address_without_a_path_gets_one() {
        assertThat(with("https://shop.example", "MAYA20")).isEqualTo("https://shop.example/?code=MAYA20");
        assertThat(with("https://shop.example?a=1", "MAYA20")).isEqualTo("https://shop.example/?a=1&code=MAYA20");
    }

    @Test
    void what_the_query_says_besides_stays() {
        assertThat(with("https://shop.example/?utm_source=herald&a=b%26c", "MAYA20"))
                .isEqualTo("https://shop.example/?utm_source=herald&a=b%26c&code=MAYA20");
    }

    @Test
    void an_older_code_goes_however_it_is_written() {
        assertThat(with("https://shop.example/?code=OLD&x=1&%63ode=OLDER", "MAYA20"))
                .isEqualTo("https://shop.example/?x=1&code=MAYA20");
    }

    @Test
    void a_fragment_stays_behind_the_query() {
        assertThat(with("https://shop.example/#/sale?x=1", "MAYA20"))
                .isEqualTo("https://shop.example/?code=MAYA20#/sale?x=1");
    }

    @Test
    void what_means_something_in_an_address_is_encoded() {
        assertThat(with("https://shop.example/", "ÉTÉ 20&x=1#+"))
                .isEqualTo("https://shop.example/?code=%C3%89T%C3%89%2020%26x%3D1%23%2B");
    }

    @Test
    void a_query_that_is_not_encoded_properly_does_no_harm() {
        assertThat(with("https://shop.example/?100%=y&&z", "MAYA20"))
                .isEqualTo("https://shop.example/?100%=y&z&code=MAYA20");
    }

    private static String with(String address, String code) {
        return new ShopAddress(address, "code").with(code);
    }
}
