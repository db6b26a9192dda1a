package org.escale.bench.radius;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.escale.gateway.radius.wire.Code;
import org.escale.gateway.radius.wire.Message;
import org.escale.gateway.radius.wire.Packet;
import org.escale.gateway.radius.wire.Type;

/**
 * Somebody who asks to come in, comes and goes: three requests, each sent when the one before is
 * answered. For one thread.
 */
final class Visit {
  /** How many requests it is. */
  static final int REQUESTS = 3;

  private static final int STARTED = 1;
  private static final int STOPPED = 2;

  private final Members members;
  private final int who;
  private final Random random;
  private final byte[] session;
  private Optional<Question> question = Optional.empty();
  private byte[] handle = {};
  private byte[] sent = {};
  private int step = -1;

  /** Of that member, under that name. */
  Visit(Members members, int who, String session, Random random) {
    this.members = members;
    this.who = who;
    this.random = random;
    this.session = session.getBytes(StandardCharsets.US_ASCII);
  }

  /** The next request; empty after the last. */
  byte[] next(int id) {
    step++;
    sent = step == 0 ? asked(id) : step < REQUESTS ? told(step, id) : new byte[0];
    return sent;
  }

  /** Whether the request on its way is for the accounting port. */
  boolean accounting() {
    return step > 0;
  }

  private byte[] asked(int id) {
    question = Optional.of(Question.of(new Question.Asker(members, who, true), random, id));
    return question.get().datagram();
  }

  private byte[] told(int status, int id) {
    var message =
        Message.request(Code.ACCOUNTING_REQUEST, id)
            .number(Type.ACCT_STATUS_TYPE, status == 1 ? STARTED : STOPPED)
            .octets(Type.ACCT_SESSION_ID, session)
            .text(Type.USER_NAME, members.name(who))
            .text(Type.CALLING_STATION_ID, members.device(who))
            .number(Type.EVENT_TIMESTAMP, System.currentTimeMillis() / 1000);
    if (handle.length > 0) {
      message.octets(Type.CLASS, handle);
    }
    if (status == STOPPED) {
      message.number(Type.ACCT_INPUT_OCTETS, 1 << 20).number(Type.ACCT_OUTPUT_OCTETS, 1 << 22);
    }
    return message.asking(Question.SECRET);
  }

  /** Why that is not the answer to what was sent; empty if it is. */
  String wrong(byte[] answer) {
    if (step == 0) {
      Packet.read(answer, answer.length)
          .flatMap(p -> p.first(Type.CLASS))
          .ifPresent(c -> handle = c);
      return question.orElseThrow().wrong(answer);
    }
    var read = Packet.read(answer, answer.length);
    var authenticator = java.util.Arrays.copyOfRange(sent, 4, 20);
    return read.filter(p -> p.code() == Code.ACCOUNTING_RESPONSE)
            .filter(p -> Question.SECRET.answered(p, authenticator))
            .isPresent()
        ? ""
        : "no acknowledgement";
  }
}
