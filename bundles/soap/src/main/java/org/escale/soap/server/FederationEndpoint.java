package org.escale.soap.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.ws.Provider;
import javax.xml.ws.Service;
import javax.xml.ws.ServiceMode;
import javax.xml.ws.WebServiceProvider;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.staxutils.StaxUtils;
import org.escale.caller.Caller;
import org.escale.refusal.RefusalCode;
import org.escale.soap.call.Answer;
import org.escale.soap.call.Ask;
import org.escale.soap.call.Fields;
import org.escale.soap.call.RefusedException;
import org.escale.soap.step.Step;

/** Hands each message to the step of its name. */
@WebServiceProvider(serviceName = "Federation", targetNamespace = Fields.NAMESPACE)
@ServiceMode(Service.Mode.PAYLOAD)
public final class FederationEndpoint implements Provider<Source> {
  private final Map<String, Step> steps;
  private final AuditTrail trail;

  FederationEndpoint(List<Step> steps, AuditTrail trail) {
    this.trail = trail;
    this.steps = steps.stream().collect(Collectors.toMap(Step::name, Function.identity()));
  }

  @Override
  public Source invoke(Source request) {
    var exchange = PhaseInterceptorChain.getCurrentMessage().getExchange();
    var fields = read(request);
    var step =
        Optional.ofNullable(steps.get(fields.name()))
            .filter(found -> Fields.NAMESPACE.equals(fields.element().getNamespaceURI()))
            .orElseThrow(() -> RefusedException.of(RefusalCode.MALFORMED_REQUEST));
    exchange.put(Faults.READ, true);
    exchange.put(Step.class, step);
    var caller = exchange.get(Caller.class);
    if (step.as().stream().noneMatch(caller::may)) {
      throw RefusedException.of(RefusalCode.NOT_ALLOWED);
    }
    var answer = Answer.message(step.name() + "Response");
    step.does().accept(Ask.of(caller, fields), answer);
    trail.done(exchange);
    return new DOMSource(answer.element());
  }

  private static Fields read(Source request) {
    try {
      return new Fields(StaxUtils.read(request).getDocumentElement());
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
