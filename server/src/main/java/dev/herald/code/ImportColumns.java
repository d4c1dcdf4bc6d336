package dev.herald.code;

import dev.herald.platform.CsvFile;
import dev.herald.platform.Headings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of an imported file say what: named by whoever sends it, or guessed from the header in English, German or
 * French.
 *
 * @param code its place in a row, counted from 0
 * @param ambassador -1 if there is none, as for {@code expires}
 */
record ImportColumns(int code, int ambassador, int expires) {

    static final int ABSENT = Headings.ABSENT;

    /** What the sender names; an absent name is guessed, an empty one means none. */
    record Named(
            @Nullable String code,
            @Nullable String ambassador,
            @Nullable String expires) {

        static final Named NONE = new Named(null, null, null);
    }

    /** The surest words come first: a file may have a column Discount besides its Code. */
    private static final List<String> CODE_WORDS = Headings.words("""
            code discountcode couponcode promocode promotioncode promotionalcode vouchercode offercode
            gutscheincode rabattcode aktionscode aktioncode promocodes gutscheinnummer
            codepromo codepromotionnel codedereduction codereduction codeavantage codecoupon
            coupon voucher promo gutschein rabatt discount posttitle bondereduction bon""");

    private static final List<String> AMBASSADOR_WORDS = Headings.words("""
            ambassadorid ambassadoremail ambassadorhandle ambassador owner owneremail influenceremail influencer creatoremail
            creator affiliateemail affiliate partneremail partner
            botschafterin botschafter inhaberin inhaber besitzer influencerin
            ambassadeur ambassadrice proprietaire influenceur influenceuse createur creatrice
            email emailaddress mail emailadresse adresseemail courriel adressecourriel
            handle username instagram tiktok benutzername nutzername pseudo identifiant""");

    private static final List<String> EXPIRES_WORDS = Headings.words("""
            expiresat expires expiry expirydate expirydateutc expiration expirationdate expireson dateexpires
            validuntil validto validthrough endsat enddate ends until
            gueltigbis gultigbis ablaufdatum ablauf laeuftabam lauftabam verfallsdatum verfall enddatum endetam endet bis
            expirele datedexpiration dateexpiration valablejusquau valablejusqua validejusquau validejusqua jusquau
            datedefin finvalidite findevalidite echeance datedecheance""");

    /** The columns of a file, or a refusal of the file. */
    static ImportColumns of(List<String> header, Named named) {
        var headings = new Headings(header);
        var code = headings.place(named.code(), CODE_WORDS);
        if (code == ABSENT) {
            throw CsvFile.refused("No column of the header is called like a code. Name it, such as ?code="
                    + "Gutschein; the columns are: " + headings.shown() + ".");
        }
        var columns = new ImportColumns(
                code,
                headings.place(named.ambassador(), AMBASSADOR_WORDS),
                headings.place(named.expires(), EXPIRES_WORDS));
        if (columns.ambassador() == code || columns.expires() == code) {
            throw CsvFile.refused("One column cannot be both the code and something else.");
        }
        return columns;
    }
}
