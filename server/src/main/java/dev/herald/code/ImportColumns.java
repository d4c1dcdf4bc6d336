package dev.herald.code;

import dev.herald.platform.CsvFile;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of an imported file say what: named by whoever sends it, or guessed from the header in English, German or
 * French.
 *
 * @param code its place in a row, counted from 0
 * @param ambassador -1 if there is none, as for {@code expires}
 */
record ImportColumns(int code, int ambassador, int expires) {

    static final int ABSENT = -1;

    /** What the sender names; an absent name is guessed, an empty one means none. */
    record Named(
            @Nullable String code,
            @Nullable String ambassador,
            @Nullable String expires) {

        static final Named NONE = new Named(null, null, null);
    }

    /** The surest words come first: a file may have a column Discount besides its Code. */
    private static final List<String> CODE_WORDS = words("""
            code discountcode couponcode promocode promotioncode promotionalcode vouchercode offercode
            gutscheincode rabattcode aktionscode aktioncode promocodes gutscheinnummer
            codepromo codepromotionnel codedereduction codereduction codeavantage codecoupon
            coupon voucher promo gutschein rabatt discount posttitle bondereduction bon""");

    private static final List<String> AMBASSADOR_WORDS = words("""
            ambassadorid ambassadoremail ambassadorhandle ambassador owner owneremail influenceremail influencer creatoremail
            creator affiliateemail affiliate partneremail partner
            botschafterin botschafter inhaberin inhaber besitzer influencerin
            ambassadeur ambassadrice proprietaire influenceur influenceuse createur creatrice
            email emailaddress mail emailadresse adresseemail courriel adressecourriel
            handle username instagram tiktok benutzername nutzername pseudo identifiant""");

    private static final List<String> EXPIRES_WORDS = words("""
            expiresat expires expiry expirydate expirydateutc expiration expirationdate expireson dateexpires
            validuntil validto validthrough endsat enddate ends until
            gueltigbis gultigbis ablaufdatum ablauf laeuftabam lauftabam verfallsdatum verfall enddatum endetam endet bis
            expirele datedexpiration dateexpiration valablejusquau valablejusqua validejusquau validejusqua jusquau
            datedefin finvalidite findevalidite echeance datedecheance""");

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    /** The columns of a file, or a refusal of the file. */
    static ImportColumns of(List<String> header, Named named) {
        var code = place(header, named.code(), CODE_WORDS);
        if (code == ABSENT) {
            throw CsvFile.refused("No column of the header is called like a code. Name it, such as ?code="
                    + "Gutschein; the columns are: " + shown(header) + ".");
        }
        var columns = new ImportColumns(
                code,
                place(header, named.ambassador(), AMBASSADOR_WORDS),
                place(header, named.expires(), EXPIRES_WORDS));
        if (columns.ambassador() == code || columns.expires() == code) {
            throw CsvFile.refused("One column cannot be both the code and something else.");
        }
        return columns;
    }

    private static int place(List<String> header, @Nullable String named, List<String> words) {
        if (named == null) {
            var plain = header.stream().map(ImportColumns::plain).toList();
            return words.stream()
                    .mapToInt(plain::indexOf)
                    .filter(at -> at >= 0)
                    .findFirst()
                    .orElse(ABSENT);
        }
        if (named.isBlank()) {
            return ABSENT;
        }
        var exact = header.indexOf(named.strip());
        var place = exact >= 0
                ? exact
                : header.stream().map(ImportColumns::plain).toList().indexOf(plain(named));
        if (place < 0) {
            throw CsvFile.refused("No column is called “" + cut(named) + "”. The columns are: " + shown(header) + ".");
        }
        return place;
    }

    /** Letters and digits only, lower case, without accents: Gültig bis is gultigbis. */
    private static String plain(String heading) {
        var apart = Normalizer.normalize(heading, Form.NFKD).toLowerCase(Locale.ROOT);
        return NEITHER_LETTER_NOR_DIGIT.matcher(apart.replaceAll("\\p{M}", "")).replaceAll("");
    }

    private static String shown(List<String> header) {
        return String.join(
                ", ", header.stream().limit(20).map(ImportColumns::cut).toList());
    }

    private static String cut(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
