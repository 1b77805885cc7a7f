"""Why a proposal was made: what spoke for it, and taking that out."""
