package org.escale.bench.load;

/** What others name of a reference load. */
public final class ReferenceLoad {
  /** The token of the first company's system. */
  public static final String SECRET = ReferenceWorld.SECRET;

  private static final int CENTRES = 30;

  private ReferenceLoad() {}

  /** The id of a member of the first company: {@code n} is 0 to 9,999. */
  public static String member(int n) {
    return ReferenceWorld.member(n);
  }

  /** The id of a desk: {@code n} is 0 to 779. */
  public static String desk(int n) {
    return "c-" + n % CENTRES + "-d" + n / CENTRES;
  }
}
