package org.escale.gateway.radius;

import java.util.function.Consumer;
import org.escale.gateway.radius.wire.Code;
import org.escale.gateway.radius.wire.Message;
import org.escale.gateway.radius.wire.Packet;
import org.escale.gateway.radius.wire.Type;

/** Takes what the gear saw, and acknowledges it when it is on disk; for one thread. */
final class AccountingDesk {
  private final Here here;
  private final Sessions sessions;
  private final Reports reports;

  AccountingDesk(Here here, Sessions sessions, Reports reports) {
    this.here = here;
    this.sessions = sessions;
    this.reports = reports;
  }

  /** Takes a request; {@code answers} gets the answer, perhaps later, perhaps never. */
  void take(Packet request, Consumer<byte[]> answers) {
    if (!genuine(request)) {
      return;
    }
    if (request.code() == Code.STATUS_SERVER) {
      answers.accept(answer(request));
      return;
    }
    if (reports.full()) {
      here.tally().note(Noted.OVERLOADED);
      return;
    }
    Reading.of(request, here)
        .ifPresentOrElse(
            reading -> reports.tell(sessions.take(reading), () -> answers.accept(answer(request))),
            () -> here.tally().note(Noted.MALFORMED));
  }

  private boolean genuine(Packet request) {
    if (request.code() == Code.STATUS_SERVER) {
      return right(here.secret().signed(request));
    }
    if (request.code() != Code.ACCOUNTING_REQUEST) {
      here.tally().note(Noted.UNEXPECTED);
      return false;
    }
    return right(
        here.secret().requested(request)
            && (!request.has(Type.MESSAGE_AUTHENTICATOR) || here.secret().signed(request)));
  }

  private boolean right(boolean secret) {
    if (!secret) {
      here.tally().note(Noted.WRONG_SECRET);
    }
    return secret;
  }

  private byte[] answer(Packet request) {
    return Message.answer(Code.ACCOUNTING_RESPONSE, request)
        .proxied(request)
        .answering(here.secret(), request.authenticator());
  }
}
