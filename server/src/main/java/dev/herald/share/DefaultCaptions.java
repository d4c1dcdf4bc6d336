package dev.herald.share;

import static dev.herald.share.Platform.INSTAGRAM;
import static dev.herald.share.Platform.TIKTOK;
import static dev.herald.share.Platform.X;
import static dev.herald.share.Platform.YOUTUBE;

import java.util.List;

/** What ambassadors are offered to post until the brand writes its own. Links stand last, so that a text without is whole. */
final class DefaultCaptions {

    private static final CampaignCaptions ENGLISH = captions(
            "",
            new CaptionTemplate(INSTAGRAM, "My code {code} gives you {offer} at {brand}. Type it at the checkout."),
            new CaptionTemplate(INSTAGRAM, "I have a code for you: {code}\nIt gives you {offer} at {brand}."),
            new CaptionTemplate(INSTAGRAM, "Shopping at {brand}? Use {code} at the checkout for {offer}."),
            new CaptionTemplate(TIKTOK, "Use {code} for {offer} at {brand}."),
            new CaptionTemplate(TIKTOK, "{code} = {offer} at {brand}. Save this for later."),
            new CaptionTemplate(YOUTUBE, "Get {offer} at {brand} with my code {code}:\n{link}"),
            new CaptionTemplate(
                    YOUTUBE, "Everything in this video is from {brand}.\nMy code {code} gives you {offer}.\n{link}"),
            new CaptionTemplate(X, "Use {code} for {offer} at {brand}. {link}"),
            new CaptionTemplate(X, "My code for {brand} is {code}: it gives you {offer}. {link}"));

    private static final CampaignCaptions GERMAN = captions(
            "#Werbung",
            new CaptionTemplate(
                    INSTAGRAM,
                    "Mit meinem Code {code} bekommt ihr {offer} bei {brand}. Einfach an der Kasse eingeben."),
            new CaptionTemplate(INSTAGRAM, "Ich habe einen Code für euch: {code}\nDamit gibt es {offer} bei {brand}."),
            new CaptionTemplate(INSTAGRAM, "Ihr kauft bei {brand}? {code} an der Kasse eingeben, {offer} bekommen."),
            new CaptionTemplate(TIKTOK, "Mit {code} gibt es {offer} bei {brand}."),
            new CaptionTemplate(TIKTOK, "{code} = {offer} bei {brand}. Für später speichern."),
            new CaptionTemplate(YOUTUBE, "Mit meinem Code {code} bekommt ihr {offer} bei {brand}:\n{link}"),
            new CaptionTemplate(
                    YOUTUBE, "Alles aus diesem Video ist von {brand}.\nMit {code} bekommt ihr {offer}.\n{link}"),
            new CaptionTemplate(X, "Mit {code} gibt es {offer} bei {brand}. {link}"),
            new CaptionTemplate(X, "Mein Code für {brand}: {code}. Damit bekommt ihr {offer}. {link}"));

    private static final CampaignCaptions FRENCH = captions(
            "#publicité",
            new CaptionTemplate(INSTAGRAM, "Avec mon code {code}, {offer} chez {brand}. À saisir au moment de payer."),
            new CaptionTemplate(INSTAGRAM, "J'ai un code pour vous : {code}\nC'est {offer} chez {brand}."),
            new CaptionTemplate(INSTAGRAM, "Une commande chez {brand} ? Avec le code {code}, c'est {offer}."),
            new CaptionTemplate(TIKTOK, "Avec {code}, c'est {offer} chez {brand}."),
            new CaptionTemplate(TIKTOK, "{code} = {offer} chez {brand}. À garder pour plus tard."),
            new CaptionTemplate(YOUTUBE, "Avec mon code {code}, c'est {offer} chez {brand} :\n{link}"),
            new CaptionTemplate(
                    YOUTUBE, "Tout ce que vous voyez vient de {brand}.\nAvec {code}, c'est {offer}.\n{link}"),
            new CaptionTemplate(X, "Avec {code}, c'est {offer} chez {brand}. {link}"),
            new CaptionTemplate(X, "Mon code pour {brand} : {code}. C'est {offer}. {link}"));

    private DefaultCaptions() {}

    /** @param language de, fr, or English for all others */
    static CampaignCaptions in(String language) {
        return switch (language) {
            case "de" -> GERMAN;
            case "fr" -> FRENCH;
            default -> ENGLISH;
        };
    }

    private static CampaignCaptions captions(String tag, CaptionTemplate... templates) {
        return new CampaignCaptions(List.of(templates), tag, false);
    }
}
