package ma.tansiq.grant.publication;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who publishes grants.
 *
 * @param prefix that the publisher registered with 360Giving; identifiers begin with it
 * @param publisher identifier of the publishing organisation, as it is registered with IATI
 * @param funder code of the strategy's organisation that funds
 */
@ConfigurationProperties("tansiq.publication")
record PublicationSettings(
        @DefaultValue("360G-tansiq") String prefix,
        @DefaultValue("MA-SNIA") String publisher,
        @DefaultValue("MDCMREAM") String funder) {}
