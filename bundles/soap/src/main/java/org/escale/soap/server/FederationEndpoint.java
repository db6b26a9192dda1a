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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands each message to the step of its name. */
@WebServiceProvider(serviceName = "Federation", targetNamespace = Fields.NAMESPACE)
@ServiceMode(Service.Mode.PAYLOAD)
public final class FederationEndpoint implements Provider<Source> {
  private static final Logger AUDIT = LoggerFactory.getLogger("escale.audit");

  private final Map<String, Step> steps;

  FederationEndpoint(List<Step> steps) {
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
    var caller = exchange.get(Caller.class);
    if (step.as().stream().noneMatch(caller::may)) {
      AUDIT.info("denied account={} operation=soap.{}", caller.who().value(), step.name());
      throw RefusedException.of(RefusalCode.NOT_ALLOWED);
    }
    var answer = Answer.message(step.name() + "Response");
    step.does().accept(new Ask(caller, fields), answer);
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
