package org.escale.rest.call;

import java.util.Optional;
import java.util.regex.Pattern;
import org.escale.refusal.RefusalCode;
import org.escale.rest.problem.RefusedException;

/** The revision of a thing as an entity tag: {@code "3"}. */
public final class Revision {
  private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");

  private Revision() {}

  /** The tag of a revision. */
  public static String tag(long revision) {
    return "\"" + revision + "\"";
  }

  /** The revision in an {@code If-Match}; refuses where it is missing or no revision. */
  public static long read(Optional<String> match) {
    var tag = match.orElseThrow(() -> RefusedException.of(RefusalCode.IF_MATCH_REQUIRED));
    var found = TAG.matcher(tag.strip());
    if (!found.matches()) {
      throw RefusedException.of(RefusalCode.CHANGED_MEANWHILE);
    }
    return Long.parseLong(found.group(1));
  }
}
