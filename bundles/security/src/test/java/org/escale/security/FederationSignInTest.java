package org.escale.security;

import static org.escale.security.Gate.OPERATOR;
import static org.escale.security.Gate.PASSWORD;
import static org.escale.security.Gate.done;
import static org.escale.security.Gate.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.escale.caller.Account;
import org.escale.caller.AccountId;
import org.escale.caller.Caller;
import org.escale.caller.Manner;
import org.escale.caller.Operation;
import org.escale.caller.RequestKey;
import org.escale.caller.Role;
import org.escale.caller.Sight;
import org.escale.caller.Standing;
import org.escale.caller.Token;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Change;
import org.escale.spi.store.Write;
import org.escale.word.Query;
import org.junit.After;
import org.junit.Test;

public final class FederationSignInTest {
  private final Gate gate = new Gate();

  @After
  public void close() {
    gate.close();
  }

  @Test
  public void b3_aTokenIsMadeOnceUnderAKeyAndItsSecretIsNotToldAgain() {
    var key = Optional.of(new RequestKey("tokens", "k", "d"));
    var anna = gate.account("anna", Role.MEMBER).in(new Manner(Locale.FRENCH, key));
    done(gate.door.issue(anna, "phone", Set.of(), Duration.ofDays(1)));
    var again = gate.door.issue(anna, "phone", Set.of(), Duration.ofDays(1));
    assertEquals(RefusalCode.ALREADY_EXISTS, refused(again));
    assertEquals(1, done(gate.door.tokens(anna)).size());
    var other = Optional.of(new RequestKey("tokens", "k", "another"));
    var reused = anna.in(new Manner(Locale.FRENCH, other));
    assertEquals(
        RefusalCode.KEY_REUSED,
        refused(gate.door.issue(reused, "tablet", Set.of(), Duration.ofDays(1))));
  }

  @Test
  public void rightPasswordGivesTokenForTwelveHoursThatNamesTheCaller() {
    gate.account("anna", Role.MEMBER);
    var issued = done(gate.door.signIn("anna", PASSWORD));
    var caller = done(gate.door.caller(issued.secret()));
    assertEquals(new AccountId("anna"), caller.who());
    assertEquals(Set.of(Role.MEMBER), caller.roles());
    assertEquals(Locale.FRENCH, caller.language());
    gate.clock.advance(Duration.ofHours(12).minusSeconds(1));
    done(gate.door.caller(issued.secret()));
    gate.clock.advance(Duration.ofSeconds(1));
    assertEquals(RefusalCode.NOT_SIGNED_IN, refused(gate.door.caller(issued.secret())));
  }

  @Test
  public void tokenIs256RandomBitsAndOnlyItsHashIsKept() {
    var anna = gate.account("anna", Role.MEMBER);
    var one = done(gate.door.issue(anna, "one", Set.of(), Duration.ofDays(1)));
    var two = done(gate.door.issue(anna, "two", Set.of(), Duration.ofDays(1)));
    assertTrue(one.secret().matches("[A-Za-z0-9_-]{43}"));
    assertNotEquals(one.secret(), two.secret());
    var kept = gate.store.find(Token.class, Query.all(), Sight.PLATFORM).items();
    assertEquals(2, kept.size());
    kept.forEach(token -> assertFalse(token.toString().contains(one.secret())));
    assertFalse(gate.store.since(0, 1000).toString().contains(one.secret()));
  }

  @Test
  public void unknownNameAndWrongPasswordAndClosedAccountAnswerTheSame() {
    gate.account("anna", Role.MEMBER);
    var closed =
        new Account(
            new AccountId("gone"),
            Gate.HASH,
            Set.of(Role.MEMBER),
            Standing.NONE,
            Locale.ENGLISH,
            false);
    gate.store.commit(Change.of(new Write.Put(closed, 0)));
    assertEquals(gate.door.signIn("anna", "wrong"), gate.door.signIn("nobody", "wrong"));
    assertEquals(gate.door.signIn("anna", "wrong"), gate.door.signIn("gone", PASSWORD));
    assertEquals(RefusalCode.BAD_CREDENTIALS, refused(gate.door.signIn("\u0000 not an id", "x")));
  }

  @Test
  public void fifthFailureLocksTheNameForFifteenMinutesEvenForTheRightPassword() {
    gate.account("anna", Role.MEMBER);
    gate.account("ben", Role.MEMBER);
    for (int i = 0; i < LockOut.FAILURES; i++) {
      assertEquals(RefusalCode.BAD_CREDENTIALS, refused(gate.door.signIn("anna", "wrong")));
    }
    assertEquals(RefusalCode.LOCKED_OUT, refused(gate.door.signIn("anna", PASSWORD)));
    done(gate.door.signIn("ben", PASSWORD));
    gate.clock.advance(LockOut.WINDOW);
    done(gate.door.signIn("anna", PASSWORD));
  }

  @Test
  public void revokedTokenIsRefusedAtOnceAndForGood() throws Exception {
    var anna = gate.account("anna", Role.MEMBER);
    var issued = done(gate.door.issue(anna, "phone", Set.of(), Duration.ofDays(1)));
    done(gate.door.revoke(anna, issued.token().hash().value()));
    assertEquals(RefusalCode.NOT_SIGNED_IN, refused(gate.door.caller(issued.secret())));
    done(gate.door.revoke(anna, issued.token().hash().value()));
    try (var restarted = new Gate(gate.store)) {
      assertEquals(RefusalCode.NOT_SIGNED_IN, refused(restarted.door.caller(issued.secret())));
    }
  }

  @Test
  public void tokensOutliveARestart() {
    var anna = gate.account("anna", Role.MEMBER);
    var issued = done(gate.door.issue(anna, "phone", Set.of(), Duration.ofDays(1)));
    try (var restarted = new Gate(gate.store)) {
      assertEquals(anna.who(), done(restarted.door.caller(issued.secret())).who());
    }
  }

  @Test
  public void nobodyEndsOrSeesTheTokensOfAnother() {
    var anna = gate.account("anna", Role.MEMBER);
    var ben = gate.account("ben", Role.MEMBER);
    var issued = done(gate.door.issue(anna, "phone", Set.of(), Duration.ofDays(1)));
    var hash = issued.token().hash().value();
    assertEquals(RefusalCode.NOT_FOUND, refused(gate.door.revoke(ben, hash)));
    assertEquals(refused(gate.door.revoke(ben, "no such")), RefusalCode.NOT_FOUND);
    assertTrue(done(gate.door.tokens(ben)).isEmpty());
    done(gate.door.caller(issued.secret()));
  }

  @Test
  public void tokenIsNeverWiderThanItsMaker() {
    var anna = gate.account("anna", Role.MEMBER);
    var narrow = Set.of(Operation.TOKEN_WRITE, Operation.BOOKING_READ);
    var first = done(gate.door.issue(anna, "narrow", narrow, Duration.ofDays(1)));
    var caller = done(gate.door.caller(first.secret()));
    var wider = Set.of(Operation.BOOKING_WRITE);
    assertEquals(
        RefusalCode.NOT_ALLOWED,
        refused(gate.door.issue(caller, "wide", wider, Duration.ofDays(1))));
    var heir = done(gate.door.issue(caller, "heir", Set.of(), Duration.ofDays(1)));
    assertEquals(narrow, heir.token().scopes());
    var reader = Set.of(Operation.BOOKING_READ);
    var read = done(gate.door.issue(anna, "reader", reader, Duration.ofDays(1)));
    Caller readOnly = done(gate.door.caller(read.secret()));
    assertEquals(
        RefusalCode.NOT_ALLOWED,
        refused(gate.door.issue(readOnly, "any", Set.of(), Duration.ofDays(1))));
  }

  @Test
  public void validityAndNameStayWithinTheirLimits() {
    var anna = gate.account("anna", Role.MEMBER);
    for (var bad : new Duration[] {Duration.ofMinutes(59), Duration.ofDays(401), Duration.ZERO}) {
      assertEquals(RefusalCode.INVALID_FIELD, refused(gate.door.issue(anna, "t", Set.of(), bad)));
    }
    assertEquals(
        RefusalCode.INVALID_FIELD,
        refused(gate.door.issue(anna, " ", Set.of(), Duration.ofDays(1))));
    assertEquals(
        RefusalCode.INVALID_FIELD,
        refused(gate.door.issue(anna, "x".repeat(81), Set.of(), Duration.ofDays(1))));
  }

  @Test
  public void onlyTheOperatorOpensAccountsAndAnIdIsTakenOnce() {
    var anna = gate.account("anna", Role.MEMBER);
    var again =
        new Account(anna.who(), "", Set.of(Role.FEDERATION), Standing.NONE, Locale.ENGLISH, true);
    assertEquals(RefusalCode.NOT_ALLOWED, refused(gate.door.open(anna, again, PASSWORD)));
    assertEquals(RefusalCode.ALREADY_EXISTS, refused(gate.door.open(OPERATOR, again, "")));
    assertEquals(RefusalCode.INVALID_FIELD, refused(gate.door.open(OPERATOR, again, "short")));
    assertEquals(
        RefusalCode.INVALID_FIELD, refused(gate.door.open(OPERATOR, again, "x".repeat(129))));
  }

  @Test
  public void fiftyOneSignInsEndTheOldestAndExpiredOnesAreRemoved() {
    var anna = gate.account("anna", Role.MEMBER);
    var first = done(gate.door.signIn("anna", PASSWORD));
    var desk = new TokenDesk(gate.store, gate.store, gate.clock, gate.live);
    for (int i = 0; i < TokenDesk.SESSIONS; i++) {
      gate.clock.advance(Duration.ofSeconds(1));
      done(desk.session(anna.who()));
    }
    assertEquals(RefusalCode.NOT_SIGNED_IN, refused(gate.door.caller(first.secret())));
    assertEquals(TokenDesk.SESSIONS, done(gate.door.tokens(anna)).size());
    gate.clock.advance(TokenDesk.SESSION);
    done(desk.session(anna.who()));
    assertEquals(1, gate.store.find(Token.class, Query.all(), Sight.PLATFORM).items().size());
  }

  @Test
  public void closingAnAccountInTheJournalEndsItsTokens() {
    var anna = gate.account("anna", Role.MEMBER);
    var issued = done(gate.door.issue(anna, "phone", Set.of(), Duration.ofDays(1)));
    done(gate.door.caller(issued.secret()));
    var kept = gate.store.get(Account.class, anna.who(), Sight.PLATFORM).orElseThrow();
    var closed = new Account(anna.who(), "", anna.roles(), anna.standing(), anna.language(), false);
    gate.store.commit(Change.of(new Write.Put(closed, kept.revision())));
    Until.holds(
        () ->
            gate.door
                .caller(issued.secret())
                .equals(org.escale.refusal.Outcome.refused(RefusalCode.NOT_SIGNED_IN)));
  }

  @Test
  public void journalOfAnotherNodeRevokesWithoutUndoingWhatWeKnow() {
    var anna = gate.account("anna", Role.MEMBER);
    var issued = done(gate.door.issue(anna, "phone", Set.of(), Duration.ofDays(1)));
    var t = issued.token();
    var revoked =
        new Token(t.hash(), t.account(), t.name(), t.scopes(), t.createdAt(), t.expiresAt(), true);
    gate.store.commit(
        new Change(
            "node-2",
            Optional.empty(),
            java.util.List.of(new Write.Put(revoked, 1)),
            java.util.List.of()));
    Until.holds(
        () -> gate.door.tokens(anna).equals(org.escale.refusal.Outcome.done(java.util.List.of())));
    gate.live.take(new org.escale.word.Kept<>(t, 1, 1)); // the older state, told late
    assertEquals(RefusalCode.NOT_SIGNED_IN, refused(gate.door.caller(issued.secret())));
  }
}
