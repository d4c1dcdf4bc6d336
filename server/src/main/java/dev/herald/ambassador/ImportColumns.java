package dev.herald.ambassador;

import dev.herald.platform.CsvFile;
import dev.herald.platform.Headings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a file of ambassadors say what; {@link Headings#ABSENT} where there is none.
 *
 * @param name its place in a row, counted from 0
 */
public record ImportColumns(int name, int email, int handle, int followers, int channels, int tags) {

    /** The headings that the sender names; an absent one is guessed, an empty one means none. */
    public record Named(
            @Nullable String name,
            @Nullable String email,
            @Nullable String handle,
            @Nullable String followers,
            @Nullable String channels,
            @Nullable String tags) {

        public static final Named NONE = new Named(null, null, null, null, null, null);
    }

    private static final List<String> NAME_WORDS = Headings.words("""
            name fullname displayname ambassador ambassadorname contactname influencername creatorname influencer creator
            vollername vollstaendigername vollstandigername vorundnachname vornameundname vornamename botschafter botschafterin
            anzeigename
            nomcomplet nometprenom prenometnom nomprenom prenomnom nom ambassadeur ambassadrice firstname vorname prenom""");

    private static final List<String> EMAIL_WORDS = Headings.words("""
            email emailaddress mail mailaddress emailid contactemail
            emailadresse mailadresse epost
            adresseemail courriel adressecourriel mel adressemail adresseelectronique""");

    private static final List<String> HANDLE_WORDS = Headings.words("""
            handle username user account instagram instagramhandle tiktok tiktokhandle insta ig socialhandle profile
            benutzername nutzername konto accountname profil instagramname
            pseudo identifiant compte nomdutilisateur utilisateur""");

    private static final List<String> FOLLOWERS_WORDS = Headings.words("""
            followers audiencesize audience followercount numberoffollowers subscribers reach fans
            follower abonnenten reichweite anzahlfollower followerzahl zielgruppe
            abonnes nombredabonnes audiencetotale portee suiveurs""");

    private static final List<String> CHANNELS_WORDS = Headings.words("""
            channels channel platforms platform networks network socialmedia
            kanale kanaele kanal plattform plattformen netzwerke
            canaux canal plateforme plateformes reseaux reseau reseauxsociaux""");

    private static final List<String> TAGS_WORDS = Headings.words("""
            tags tag labels label groups group segment category
            schlagworte schlagworter schlagwoerter etiketten gruppe gruppen kategorie stichworte
            etiquettes etiquette groupe groupes categorie motscles""");

    /** The place of one of {@link TypedAmbassador#FIELDS}. */
    public int of(String field) {
        return switch (field) {
            case "name" -> name;
            case "email" -> email;
            case "handle" -> handle;
            case "followers" -> followers;
            case "channels" -> channels;
            case "tags" -> tags;
            default -> Headings.ABSENT;
        };
    }

    /** The columns of a file, or a refusal of the file. */
    public static ImportColumns of(CsvFile file, Named named) {
        var columns = guessed(file, named);
        if (columns.name() == Headings.ABSENT) {
            throw CsvFile.refused("No column is called like a name. Say which one holds the names; the columns are: "
                    + new Headings(file.header()).shown() + ".");
        }
        return columns;
    }

    /** The same of a file that may lack a name. */
    public static ImportColumns guessed(CsvFile file, Named named) {
        var headings = new Headings(file.header());
        return new ImportColumns(
                headings.place(named.name(), NAME_WORDS),
                headings.place(named.email(), EMAIL_WORDS),
                headings.place(named.handle(), HANDLE_WORDS),
                headings.place(named.followers(), FOLLOWERS_WORDS),
                headings.place(named.channels(), CHANNELS_WORDS),
                headings.place(named.tags(), TAGS_WORDS));
    }
}
