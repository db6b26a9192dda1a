package org.escale.itests.access;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.escale.itests.process.Accounts.Account;

/**
 * A thing with a text that only its owners may ever read.
 *
 * @param text what must not be found anywhere else; empty where the thing is public and only its
 *     changes belong to somebody
 * @param path where its owners find it
 * @param reads the operation of the matrix that reads it
 * @param owners whose it is, as {@code memberId=anna}, {@code centreId=cei}, {@code
 *     role=federation}
 * @param concerned whose business it is too, though they do not read its text
 * @param ids how paths and bodies call it and what it lies in: the part of a path, the id behind it
 * @param family the part of a path behind which its own id stands
 */
record Canary(
    String text,
    String path,
    String reads,
    Set<String> owners,
    Set<String> concerned,
    Map<String, String> ids,
    String family) {

  /** Nobody else may change it. */
  static Canary of(String text, String path, String reads, Set<String> owners) {
    return new Canary(text, path, reads, owners, Set.of(), Map.of(), "");
  }

  /** The same, called that; what was called before is what it lies in. */
  Canary called(String part, String id) {
    var more = new HashMap<>(ids);
    more.put(part, id);
    return new Canary(text, path, reads, owners, concerned, Map.copyOf(more), part);
  }

  /** The same, which is the business of these too. */
  Canary concerning(String other) {
    return new Canary(text, path, reads, owners, Set.of(other), ids, family);
  }

  /** Where its owners find it, at whichever door. */
  String address() {
    return path.startsWith("/") ? path : "/api/v1/" + path;
  }

  /** The id of its owner of that sort; there is one. */
  String owner(String field) {
    return owners.stream()
        .filter(owner -> owner.startsWith(field + "="))
        .map(owner -> owner.substring(field.length() + 1))
        .findFirst()
        .orElseThrow(() -> new AssertionError(this + " belongs to no " + field));
  }

  /** Whether its text is kept from others. */
  boolean hidden() {
    return !text.isEmpty();
  }

  /** Whether that account may read it: what it is to the federation, and whose account it is. */
  boolean readBy(Account account, Matrix matrix) {
    return matrix.lets(account.role(), reads) && are(account, owners);
  }

  /**
   * Whether it is no business of that account: it neither reads nor changes it, nor lives in it.
   */
  boolean foreignTo(Account account, Matrix matrix) {
    boolean mine = hidden() ? readBy(account, matrix) : are(account, owners);
    return !mine && !are(account, concerned);
  }

  private static boolean are(Account account, Set<String> these) {
    return identities(account).stream().anyMatch(these::contains);
  }

  /** A person is itself and not its company, which only employs it. */
  private static Set<String> identities(Account account) {
    var mine = new HashSet<>(Set.of("username=" + account.username(), "role=" + account.role()));
    Stream.of("memberId", "companyId", "centreId", "networkId")
        .filter(field -> !account.field(field).isEmpty())
        .forEach(field -> mine.add(field + "=" + account.field(field)));
    if (account.role().equals("member") && mine.remove("companyId=" + account.field("companyId"))) {
      mine.add("employer=" + account.field("companyId"));
    }
    if (mine.contains("centreId=" + account.field("centreId"))) {
      mine.add("desk");
    }
    return mine;
  }

  @Override
  public String toString() {
    return reads + " " + ids + " of " + owners;
  }
}
