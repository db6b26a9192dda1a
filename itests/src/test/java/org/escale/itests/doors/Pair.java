package org.escale.itests.doors;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.escale.itests.process.Accounts.Account;
import org.escale.itests.process.EscaleProcess;

/** Both doors of one instance, asked the same. */
record Pair(EscaleProcess escale) {

  /** REST, then SOAP. */
  List<Door> as(Account account) {
    return List.of(
        new RestDoor(escale.http(account)), new SoapDoor(escale.http(), account.token()));
  }

  /** Asks both and wants the same code, and the same values of those leaves. */
  List<Reply> same(Account account, Ask ask, String code, List<String> leaves) {
    var replies = as(account).stream().map(door -> door.ask(ask)).toList();
    replies.forEach(reply -> assertEquals(ask + " " + replies, code, reply.code()));
    alike(ask, replies, leaves);
    return replies;
  }

  /** Wants the same values of those leaves in both replies. */
  static void alike(Ask ask, List<Reply> replies, List<String> leaves) {
    for (var leaf : leaves) {
      assertEquals(ask + " " + leaf, replies.get(0).all(leaf), replies.get(1).all(leaf));
    }
  }

  /** Wants that refusal from both. */
  void refused(Account account, Ask ask, String code) {
    same(account, ask, code, List.of());
  }

  /** Wants both to refuse that field. */
  void invalid(Account account, Ask ask, String field) {
    var replies = same(account, ask, "INVALID_FIELD", List.of());
    assertEquals(ask.toString(), field, replies.get(0).one("field"));
    assertEquals(ask.toString(), field, replies.get(1).one("value"));
  }
}
