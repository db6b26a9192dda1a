package org.escale.rest.call;

import javax.ws.rs.ext.Provider;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.osgi.service.component.annotations.Component;

/** Hands the call to the methods that serve it. */
@Provider
@Component(service = CallContext.class, property = Door.EXTENSION)
public final class CallContext implements ContextProvider<Call> {
  @Override
  public Call createContext(Message message) {
    return message.getExchange().get(Call.class);
  }
}
