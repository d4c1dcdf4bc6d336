package dev.herald.portal;

import dev.herald.web.BrandColours;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** The icon of an installed page: a white ticket on the brand's colour. Phones cut it to a circle or a square. */
final class IconPicture {

    private IconPicture() {}

    static byte[] png(String colour, int size) {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(Color.decode(new BrandColours(colour).ground()));
            pen.fillRect(0, 0, size, size);
            pen.setColor(Color.WHITE);
            pen.fill(ticket(size));
        } finally {
            pen.dispose();
        }
        return CardPicture.bytes(image);
    }

    /** Within the middle four fifths, which are always seen. */
    private static Area ticket(int size) {
        var unit = size / 32.0;
        var ticket =
                new Area(new RoundRectangle2D.Double(7 * unit, 10 * unit, 18 * unit, 12 * unit, 3 * unit, 3 * unit));
        for (var x : new double[] {7, 25}) {
            ticket.subtract(new Area(new Ellipse2D.Double((x - 2) * unit, 14 * unit, 4 * unit, 4 * unit)));
        }
        for (var y = 11.25; y < 22; y += 2.5) {
            ticket.subtract(new Area(new Rectangle2D.Double(19.5 * unit, y * unit, unit, 1.25 * unit)));
        }
        return ticket;
    }
}
