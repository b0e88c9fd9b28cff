-- The row whose fields an answer shows, so that they go with it when it is erased. Null where there are none, and in
-- answers from before this step: those go by their promise.
ALTER TABLE op_result ADD COLUMN fields_of uuid;
