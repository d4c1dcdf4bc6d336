package dev.herald.portal;

import dev.herald.web.BrandColours;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws a card: brand and offer in white on the brand's colour, the code on a ticket below. */
final class CardPicture {

    static final int WIDTH = 1_200;
    static final int HEIGHT = 630;

    private static final int MARGIN = 80;
    private static final int TICKET_TOP = 350;
    private static final int TICKET_HEIGHT = 200;
    private static final int HOLE = 44;
    private static final float DARKER = 0.72f;

    private final Graphics2D pen;

    private CardPicture(Graphics2D pen) {
        this.pen = pen;
    }

    static byte[] png(Card card) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            new CardPicture(pen).draw(card);
        } finally {
            pen.dispose();
        }
        return bytes(image);
    }

    static byte[] bytes(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void draw(Card card) {
        // Dark enough for white, and it only becomes darker.
        var ground = Color.decode(new BrandColours(card.colour()).ground());
        pen.setPaint(new GradientPaint(0, 0, ground, WIDTH, HEIGHT, darker(ground)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.WHITE);
        line(card.brand(), Font.SANS_SERIF, 44, 150);
        line(card.offer(), Font.SANS_SERIF, 92, 275);
        ticket();
        pen.setColor(ground);
        centred(card.code());
    }

    private void ticket() {
        var ticket = new Area(
                new RoundRectangle2D.Double(MARGIN, TICKET_TOP, WIDTH - 2.0 * MARGIN, TICKET_HEIGHT, HOLE, HOLE));
        var middle = TICKET_TOP + (TICKET_HEIGHT - HOLE) / 2.0;
        ticket.subtract(new Area(new Ellipse2D.Double(MARGIN - HOLE / 2.0, middle, HOLE, HOLE)));
        ticket.subtract(new Area(new Ellipse2D.Double(WIDTH - MARGIN - HOLE / 2.0, middle, HOLE, HOLE)));
        pen.fill(ticket);
    }

    private void line(String text, String family, int size, int baseline) {
        var fitting = fit(text, family, size, WIDTH - 2 * MARGIN);
        pen.drawString(fitting, MARGIN, baseline);
    }

    private void centred(String code) {
        var room = WIDTH - 2 * MARGIN - 3 * HOLE;
        var fitting = fit(code, Font.MONOSPACED, 110, room);
        var metrics = pen.getFontMetrics();
        var baseline = TICKET_TOP + (TICKET_HEIGHT + metrics.getAscent() - metrics.getDescent()) / 2;
        pen.drawString(fitting, (WIDTH - metrics.stringWidth(fitting)) / 2, baseline);
    }

    /** Sets the largest bold font in which the text fits, and cuts it where even the smallest is too wide. */
    private String fit(String text, String family, int largest, int room) {
        for (var size = largest; size >= largest / 2; size -= 2) {
            pen.setFont(new Font(family, Font.BOLD, size));
            if (pen.getFontMetrics().stringWidth(text) <= room) {
                return text;
            }
        }
        var shorter = text;
        while (!shorter.isEmpty() && pen.getFontMetrics().stringWidth(shorter + "…") > room) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter + "…";
    }

    private static Color darker(Color colour) {
        return new Color(
                Math.round(colour.getRed() * DARKER),
                Math.round(colour.getGreen() * DARKER),
                Math.round(colour.getBlue() * DARKER));
    }
}
