package org.escale.soap.server;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.DepthExceededStaxException;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.escale.caller.Caller;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.refusal.Texts;
import org.escale.refusal.UnavailableException;
import org.escale.soap.call.Answer;
import org.escale.soap.call.RefusedException;
import org.escale.soap.step.Views;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong into the one fault of the contract; never shows a stack trace. */
final class Faults extends AbstractPhaseInterceptor<Message> {
  /** Set on the exchange once the message was read whole: what fails later is our failure. */
  static final String READ = "org.escale.soap.read";

  private static final Pattern PARSER_LIMIT =
      Pattern.compile("Maximum [A-Za-z ]+ limit|limit \\(\\d+\\) exceeded");
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private final AuditTrail trail;

  Faults(AuditTrail trail) {
    super(Phase.SETUP);
    this.trail = trail;
  }

  @Override
  public void handleMessage(Message message) {
    var failure = message.getContent(Exception.class);
    var trace = AuditTrail.trace(message.getExchange());
    var refusal = refusal(failure, message, trace);
    trail.refused(message.getExchange(), refusal.code());
    var text = Texts.of(refusal, language(message));
    var detail = Answer.message("detail");
    detail.part("refusal", refusal, (at, no) -> Views.refusal(at, no, text));
    new Answer((org.w3c.dom.Element) detail.element().getFirstChild()).field("traceId", trace);
    var ours = refusal.code().kind() == RefusalCode.Kind.UNAVAILABLE;
    var soap = Soap11.getInstance();
    var fault = new SoapFault(text, ours ? soap.getReceiver() : soap.getSender());
    fault.setDetail(detail.element());
    message.setContent(Exception.class, fault);
  }

  private static Refusal refusal(Throwable failure, Message message, String trace) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RefusedException refused) {
        return refused.refusal();
      }
      if (cause instanceof UnavailableException) {
        LOG.warn("request {}: {}", trace, cause.getMessage());
        return Refusal.of(RefusalCode.TEMPORARILY_UNAVAILABLE);
      }
      if (tooLarge(cause)) {
        return Refusal.of(RefusalCode.TOO_LARGE);
      }
    }
    if (message.getExchange().containsKey(READ)) {
      LOG.error("request {} failed", trace, failure);
      return Refusal.of(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
    return Refusal.of(RefusalCode.MALFORMED_REQUEST);
  }

  /** The parser has one exception for every wrong; its limits can be told by their words only. */
  private static boolean tooLarge(Throwable cause) {
    return cause instanceof DepthExceededStaxException
        || cause instanceof BodyTooLarge
        || PARSER_LIMIT.matcher(String.valueOf(cause.getMessage())).find();
  }

  private static Locale language(Message message) {
    return Optional.ofNullable(message.getExchange().get(Caller.class))
        .map(Caller::language)
        .or(() -> Optional.ofNullable(request(message)).flatMap(Languages::asked))
        .orElse(Locale.ENGLISH);
  }

  private static HttpServletRequest request(Message message) {
    return Optional.ofNullable(message.getExchange().getInMessage())
        .map(in -> (HttpServletRequest) in.get(AbstractHTTPDestination.HTTP_REQUEST))
        .orElse(null);
  }
}
