package dev.herald.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A share in hundredths of a percent.
 *
 * @param value 0 to 10,000
 */
public record BasisPoints(int value) {

    public static final int WHOLE = 10_000;

    public BasisPoints {
        if (value < 0 || value > WHOLE) {
            throw new IllegalArgumentException("Not a share: " + value + " basis points");
        }
    }

    /** This share of an amount in minor units, rounded half up. */
    public long of(long minor) {
        return BigInteger.valueOf(minor)
                .multiply(BigInteger.valueOf(value))
                .add(BigInteger.valueOf(WHOLE / 2))
                .divide(BigInteger.valueOf(WHOLE))
                .longValueExact();
    }

    /** As programs write it: 0.2 for 20 %. */
    public BigDecimal share() {
        return BigDecimal.valueOf(value, 4).stripTrailingZeros();
    }

    /** As people write it: 20 for 20 %, 12.5 for 12.5 %. */
    public BigDecimal percent() {
        var percent = BigDecimal.valueOf(value, 2).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0, RoundingMode.UNNECESSARY) : percent;
    }
}
