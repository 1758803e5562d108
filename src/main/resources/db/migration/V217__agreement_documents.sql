-- The text that both sides sign, made from the data when the agreement was prepared, in both languages.
alter table grant_agreement
    add column text_fr uuid references stored_document,
    add column text_ar uuid references stored_document,
    add constraint grant_agreement_has_both_texts check ((text_fr is null) = (text_ar is null));
